"""Style sheets and custom properties as the engine reads them."""
