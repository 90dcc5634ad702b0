package io.heddle.runs;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Runs that one thread built.
 *
 * @param firsts the first visits of their nodes
 * @param coldRecorded processes whose agent says what is cold
 * @param mapped spans of workflows, which no envelope is
 */
record Batch(List<RunDraft> drafts, FirstVisits firsts, Set<String> coldRecorded, BitSet mapped) {}
