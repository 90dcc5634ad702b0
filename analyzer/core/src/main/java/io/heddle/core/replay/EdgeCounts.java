package io.heddle.core.replay;

/**
 * How many pairs of nodes are held in order, by the best reason known for each.
 *
 * @param recorded links to predecessors
 * @param dataFlow a name written by one is read by the other
 * @param definition an edge of the workflow's graph
 * @param inferred one ended before the other started in every run
 * @param serial no reason is known, yet they never overlapped
 */
public record EdgeCounts(int recorded, int dataFlow, int definition, int inferred, int serial) {}
