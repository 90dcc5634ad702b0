package com.example.mailroom.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The articles our support wrote. */
public record KnowledgeBase(Services services) {
  /** Titles of the articles nearest to {@code question}, best first. */
  public List<String> search(String question) throws Exception {
    List<String> titles = new ArrayList<>();
    for (JsonNode title : services.get("/articles", "q", question).orThrow("articles")) {
      titles.add(title.asText());
    }
    return titles;
  }
}
