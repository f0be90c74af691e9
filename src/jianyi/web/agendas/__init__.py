"""Pages of agendas."""
