"""Every step that the tables took, one small named file each."""
