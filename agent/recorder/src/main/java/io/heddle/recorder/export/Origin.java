package io.heddle.recorder.export;

import java.util.SortedMap;

/**
 * What all spans of a process share.
 *
 * @param resource its attributes by name
 * @param scope name of the instrumentation scope
 * @param version of the scope
 */
public record Origin(SortedMap<String, String> resource, String scope, String version) {}
