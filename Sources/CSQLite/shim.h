#include <sqlite3.h>

/* A variadic function, which Swift cannot call. SQLite then counts no memory: otherwise each piece it takes and gives back
   locks a mutex of the whole process. To be called before SQLite is used; gives its result. */
static inline int pullquote_sqlite_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
