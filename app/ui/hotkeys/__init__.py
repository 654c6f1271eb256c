"""Keys that reach Callcue while another program has the focus: what is wished for, and how each desktop gives it."""
