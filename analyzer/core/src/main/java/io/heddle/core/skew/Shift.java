package io.heddle.core.skew;

import io.heddle.runs.Execution;

/**
 * One correction of a host's clock: an execution, and all below it on the same host.
 *
 * @param top as recorded
 * @param byNs added to its times; negative moves it to earlier
 * @param applied false when the correction was larger than allowed and nothing was moved
 */
public record Shift(Execution top, long byNs, boolean applied) {}
