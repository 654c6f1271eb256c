"""Writers of files that people open: XLSX, CSV, and a page as HTML for print."""
