"""The live call: what a rep sees beside the phone."""
