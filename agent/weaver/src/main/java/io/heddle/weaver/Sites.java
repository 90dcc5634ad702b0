package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import io.heddle.instrumentation.spi.Probe;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers of woven methods. A method keeps its number through retransformation and in every
 * class loader, so there are at most as many as the rules' methods; where the rules change it gets
 * another one, and the old one leads to the new site. Thread-safe.
 */
final class Sites {
  /** Sites that share a cache line for whether they are off. */
  private static final int TOGETHER = 64;

  private final Map<String, Integer> numbers = new HashMap<>();
  private Site[] sites = new Site[0];
  private boolean[] off = new boolean[TOGETHER];

  /**
   * The number of the site of {@code method}, a new one at its first sight; the last rule counts.
   */
  @SuppressWarnings("ReferenceEquality") // a rule is one object
  synchronized int number(WovenRule rule, Probe probe, WeavableMethod method) {
    String key = rule.rule().className() + '.' + method.key();
    Integer known = numbers.get(key);
    if (known != null && sites[known].rule() == rule) {
      return known;
    }
    int number = sites.length;
    Site site = site(number, rule, probe, method);
    Site[] longer = Arrays.copyOf(sites, number + 1);
    longer[number] = site;
    if (known != null) {
      longer[known] = site;
    }
    publish(longer);
    numbers.put(key, number);
    return number;
  }

  private Site site(int number, WovenRule rule, Probe probe, WeavableMethod method) {
    int place = number % TOGETHER;
    if (place == 0 && number > 0) {
      off = new boolean[TOGETHER];
    }
    ReturnType returnType = new ReturnType(method.returnType().getClassName());
    Site site = new Site(rule, probe, returnType, off, place);
    rule.leadsTo(site);
    return site;
  }

  private void publish(Site[] all) {
    sites = all;
    HeddleHook.know(all);
  }
}
