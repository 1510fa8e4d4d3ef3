print("pullquote")
