package io.heddle.recorder.value;

import static io.heddle.recorder.value.ValueKind.Form.LIST;
import static io.heddle.recorder.value.ValueKind.Form.MAP;
import static io.heddle.recorder.value.ValueKind.Form.OPAQUE;
import static io.heddle.recorder.value.ValueKind.Form.PRINTED;
import static io.heddle.recorder.value.ValueKind.Form.UNORDERED;

import io.heddle.recorder.value.ValueKind.Form;
import java.util.HashMap;
import java.util.Map;

/**
 * JDK classes, by name, whose reading runs no user code and takes no lock. Views and wrappers are
 * absent: what they wrap may be a user's class that does anything when read.
 */
final class JdkCollections {
  private static final Map<String, Form> FORMS = forms();

  private JdkCollections() {}

  static Form form(String className) {
    return FORMS.getOrDefault(className, OPAQUE);
  }

  private static Map<String, Form> forms() {
    Map<String, Form> forms = new HashMap<>();
    put(forms, LIST, "java.util.", "ArrayList", "LinkedList", "Arrays$ArrayList");
    put(forms, LIST, "java.util.Collections$", "EmptyList", "SingletonList", "CopiesList");
    put(forms, LIST, "java.util.ImmutableCollections$", "List12", "ListN");
    put(forms, LIST, "java.util.concurrent.", "CopyOnWriteArrayList");
    put(forms, UNORDERED, "java.util.", "HashSet", "LinkedHashSet", "TreeSet", "RegularEnumSet");
    put(forms, UNORDERED, "java.util.", "JumboEnumSet");
    put(forms, UNORDERED, "java.util.Collections$", "EmptySet", "SingletonSet");
    put(forms, UNORDERED, "java.util.ImmutableCollections$", "Set12", "SetN");
    put(forms, UNORDERED, "java.util.concurrent.", "CopyOnWriteArraySet", "ConcurrentSkipListSet");
    put(forms, MAP, "java.util.", "HashMap", "LinkedHashMap", "TreeMap", "EnumMap");
    put(forms, MAP, "java.util.Collections$", "EmptyMap", "SingletonMap");
    put(forms, MAP, "java.util.ImmutableCollections$", "Map1", "MapN");
    put(forms, MAP, "java.util.concurrent.", "ConcurrentHashMap", "ConcurrentSkipListMap");
    put(forms, PRINTED, "java.time.", "Instant", "Duration", "Period", "LocalDate", "LocalTime");
    put(forms, PRINTED, "java.time.", "LocalDateTime", "OffsetDateTime", "OffsetTime");
    put(forms, PRINTED, "java.time.", "ZonedDateTime", "Year", "YearMonth", "MonthDay");
    put(forms, PRINTED, "java.time.", "ZoneOffset", "ZoneRegion");
    return Map.copyOf(forms);
  }

  private static void put(
      Map<String, Form> forms, Form form, String prefix, String... simpleNames) {
    for (String name : simpleNames) {
      forms.put(prefix + name, form);
    }
  }
}
