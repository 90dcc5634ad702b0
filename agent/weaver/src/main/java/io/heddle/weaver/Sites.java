package io.heddle.weaver;

import io.heddle.instrumentation.spi.Probe;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers of woven methods. A method keeps its number through retransformation and in every
 * class loader, so there are at most as many as the rules' methods. Thread-safe.
 */
final class Sites {
  private final Map<String, Integer> numbers = new HashMap<>();
  private volatile Site[] sites = new Site[0];

  /** The site of {@code number}; one that {@link #number} has returned. */
  Site get(int number) {
    return sites[number];
  }

  /**
   * The number of the site of {@code method}, a new one at its first sight; the last rule counts.
   */
  synchronized int number(WovenRule rule, Probe probe, WeavableMethod method) {
    String key = rule.rule().className() + '.' + method.key();
    Integer known = numbers.get(key);
    if (known == null) {
      return add(key, site(rule, probe, method));
    }
    if (!sites[known].isOf(rule)) {
      Site[] copy = sites.clone();
      copy[known] = site(rule, probe, method);
      sites = copy;
    }
    return known;
  }

  private static Site site(WovenRule rule, Probe probe, WeavableMethod method) {
    Site site = new Site(rule, probe, method.returnType());
    rule.leadsTo(site);
    return site;
  }

  private int add(String key, Site site) {
    int number = sites.length;
    Site[] longer = Arrays.copyOf(sites, number + 1);
    longer[number] = site;
    sites = longer;
    numbers.put(key, number);
    return number;
  }
}
