"""The built book as its readers meet it: in a browser, on a desk and on a phone."""
