package io.heddle.recorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that outlives processes: several workers may record parts of it, each without knowing of
 * the others.
 *
 * @param id what the engine calls the run, unique within the engine's installation
 * @param begun when the engine began it, if it tells
 */
public record DurableRun(String id, @Nullable Instant begun) {}
