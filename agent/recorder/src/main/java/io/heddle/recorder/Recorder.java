package io.heddle.recorder;

/** What engine modules record through. Thread-safe. */
public final class Recorder {}
