"""Vector drawings built without any window: a picture is drawn once, for screen and paper. ReportLab graphics."""
