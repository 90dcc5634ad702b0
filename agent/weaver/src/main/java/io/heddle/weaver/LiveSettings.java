package io.heddle.weaver;

import io.heddle.recorder.self.Log;
import io.heddle.recorder.settings.GivenSetting;
import io.heddle.recorder.settings.Setting;
import io.heddle.recorder.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force. Those that are {@link Setting.Change#LIVE} follow the file; a file that is
 * not right changes nothing. Thread-safe.
 */
final class LiveSettings {
  private final OwnMethods methods;
  private final RecordingSwitch recording;
  private final Log log;
  private Settings current;
  private SortedMap<String, GivenSetting> given;

  /** What was told of the last file that was not right. */
  private String refused = "";

  /**
   * @param first must be the process's settings of just now
   */
  LiveSettings(Settings first, OwnMethods methods, RecordingSwitch recording, Log log) {
    this.methods = methods;
    this.recording = recording;
    this.log = log;
    this.current = first;
    this.given = Settings.given();
    methods.use(first.methods(), first.methodsMax());
    recording.turn(first.enabled());
  }

  /** What the user has set, by name. */
  synchronized SortedMap<String, GivenSetting> given() {
    return given;
  }

  /**
   * Reads all settings again.
   *
   * @return whether other methods are to be woven now
   */
  synchronized boolean reload() {
    Settings next = Settings.load();
    List<String> problems = problemsOf(next);
    log.forget(refused);
    if (!problems.isEmpty()) {
      refused = "settings stay as they were: " + String.join("; ", problems);
      log.warn(refused);
      return false;
    }
    return take(next);
  }

  private List<String> problemsOf(Settings next) {
    List<String> problems = new ArrayList<>(next.problems());
    problems.removeAll(current.problems());
    String unreadable = OwnMethods.problemOf(next.methods());
    if (unreadable != null) {
      problems.add(unreadable);
    }
    return problems;
  }

  private boolean take(Settings next) {
    SortedMap<String, GivenSetting> before = given;
    current = next;
    given = Settings.given();
    tellChanges(before, given);
    if (recording.isOn() != next.enabled()) {
      recording.turn(next.enabled());
    }
    return methods.use(next.methods(), next.methodsMax());
  }

  private void tellChanges(Map<String, GivenSetting> before, Map<String, GivenSetting> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      if (!Objects.equals(value(before.get(name)), value(after.get(name)))) {
        tellChange(name, after.get(name));
      }
    }
  }

  private static @Nullable String value(@Nullable GivenSetting setting) {
    return setting == null ? null : setting.value();
  }

  private void tellChange(String name, @Nullable GivenSetting now) {
    String change = now == null ? name + " is no longer set" : name + "=" + now.shown();
    log.notice("changed: " + change + (isLive(name) ? "" : ", from the next start on"));
  }

  private static boolean isLive(String name) {
    for (Setting setting : Setting.values()) {
      if (setting.key().equals(name)) {
        return setting.change() == Setting.Change.LIVE;
      }
    }
    return false;
  }
}
