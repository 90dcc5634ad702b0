package io.heddle.weaver;

import io.heddle.recorder.Recorder;
import io.heddle.recorder.self.Log;

/**
 * What an agent that has started consists of.
 *
 * @param rules of the engines
 * @param methods of the application itself
 */
record Workings(
    Recorder recorder,
    RuleBook rules,
    OwnMethods methods,
    LiveSettings settings,
    RecordingSwitch recording,
    Log log) {}
