package io.heddle.recorder.export;

/**
 * A named value of a span.
 *
 * @param value a {@code String}, {@code Long}, {@code Double}, {@code Boolean} or list of strings;
 *     anything else is sent as its text
 */
public record Attribute(String key, Object value) {}
