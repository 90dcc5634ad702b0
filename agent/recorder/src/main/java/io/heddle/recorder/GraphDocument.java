package io.heddle.recorder;

/**
 * A graph as it is sent.
 *
 * @param json the value of {@code heddle.graph}
 * @param hash the value of {@code heddle.graph.hash}: 16 hex digits over the JSON
 */
record GraphDocument(String json, String hash) {}
