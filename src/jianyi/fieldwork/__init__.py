"""What is done outside the file: meetings, visits, research, open-door activities, training; the contact plan."""
