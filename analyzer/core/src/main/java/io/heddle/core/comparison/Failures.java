package io.heddle.core.comparison;

import org.apache.commons.statistics.inference.FisherExactTest;

/** How often something failed. */
record Failures(int failed, int executions) {
  static final Failures NONE = new Failures(0, 0);

  Failures plus(Failures other) {
    return new Failures(failed + other.failed, executions + other.executions);
  }

  double rate() {
    return executions == 0 ? 0 : (double) failed / executions;
  }

  /** Fisher's exact test, two-sided; 1 when one side never ran or nothing differs. */
  double pValue(Failures other) {
    boolean alike = failed + other.failed == 0 || failed + other.failed == total(other);
    if (executions == 0 || other.executions == 0 || alike) {
      return 1;
    }
    int[][] table = {
      {failed, executions - failed}, {other.failed, other.executions - other.failed}
    };
    return FisherExactTest.withDefaults().test(table).getPValue();
  }

  private int total(Failures other) {
    return executions + other.executions;
  }
}
