package io.heddle.recorder;

import io.heddle.recorder.metrics.Histogram;

/**
 * Where the times of a node go.
 *
 * @param root the workflow that its run is a run of
 */
record NodeSeries(Workflow root, Histogram duration, Histogram waiting) {}
