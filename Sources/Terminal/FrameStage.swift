import CNcurses
import Glibc

/// Gathers what ncurses writes for one frame, so that it goes to the terminal in a single write.
///
/// ncurses writes after each row, to the descriptor of its own stream. For as long as a frame is drawn, that descriptor is a
/// piece of memory instead of the terminal. Where the system has no such memory, ncurses writes to the terminal itself.
final class FrameStage {
    private let stream: CInt
    private let terminal: CInt
    private let memory: CInt

    /// A stage for a stream's descriptor, which is a copy of `terminal`.
    init(stream: CInt, terminal: CInt) {
        self.stream = stream
        self.terminal = terminal
        memory = stage_memory()
    }

    deinit { if memory >= 0 { close(memory) } }

    /// What ncurses writes meanwhile; empty where it could not be held back.
    func gather(_ draw: () -> Void) -> [UInt8] {
        guard memory >= 0, lseek(memory, 0, SEEK_SET) == 0, stage_redirect(memory, stream) else {
            draw()
            return []
        }
        draw()
        let count = max(0, lseek(memory, 0, SEEK_CUR))
        _ = stage_redirect(terminal, stream)
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(memory, buffer.baseAddress, count, 0))
        }
    }
}
