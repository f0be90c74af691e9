"""Every read about meetings and activities."""
