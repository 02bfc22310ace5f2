"""rashomon: one event, every account, each statement traced to the words it rests on."""
