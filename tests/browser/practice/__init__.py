"""Questions as readers meet them: answered by mouse and by keys, remembered, read by all."""
