package io.heddle.core.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What a node's time means for its run.
 *
 * @param dragMs what the mean run loses when the node takes no time
 * @param slackMs what the node may grow, each of its executions by as much, before a run grows;
 *     null when nobody waits for it
 */
public record Leverage(double dragMs, @Nullable Double slackMs) {}
