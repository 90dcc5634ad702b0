package io.heddle.recorder;

import io.heddle.recorder.export.TraceContext;

/**
 * Where a run stands in its trace.
 *
 * @param spanId of the run's root span
 * @param parentId the span of another tracer that the root is a child of; 0 if there is none
 * @param isParentRemote whether another process writes that span
 */
record TraceRoot(TraceContext trace, long spanId, long parentId, boolean isParentRemote) {}
