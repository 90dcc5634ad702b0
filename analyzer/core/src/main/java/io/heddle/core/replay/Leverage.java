package io.heddle.core.replay;

import io.heddle.core.statistics.NodeKey;
import org.jspecify.annotations.Nullable;

/**
 * How much a node moves the mean run.
 *
 * @param dragMs what the mean run loses when the node takes no time
 * @param slackMs what the node may grow before a run grows, mean over the runs that hold it; null
 *     when nobody ever waits for it
 */
public record Leverage(NodeKey node, double dragMs, @Nullable Double slackMs) {}
