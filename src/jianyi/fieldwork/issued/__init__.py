"""Papers of meetings and work schemes, frozen by the step that settles or approves them; drawn when first asked for."""
