package io.heddle.otlp;

import java.util.Map;

/** A key and where its value is stored; the text is made when somebody asks for it. */
@SuppressWarnings("ArrayRecordComponent") // compared as an entry, by key and text
record StoredEntry(AttributeTable table, int[] words, int at, String getKey)
    implements Map.Entry<String, String> {
  @Override
  public String getValue() {
    return ValueText.of(table, words, at);
  }

  @Override
  public String setValue(String value) {
    throw new UnsupportedOperationException("attributes that were read cannot be changed");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Map.Entry<?, ?> entry
        && getKey.equals(entry.getKey())
        && getValue().equals(entry.getValue());
  }

  @Override
  public int hashCode() {
    return getKey.hashCode() ^ getValue().hashCode();
  }
}
