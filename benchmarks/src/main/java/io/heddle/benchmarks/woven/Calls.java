package io.heddle.benchmarks.woven;

/** What is called in bursts. */
enum Calls {
  /** Nothing: the two readings of the clock that any timing of a node takes. */
  FLOOR {
    @Override
    long few() {
      long sum = 0;
      for (int i = 0; i < FEW; i++) {
        long begin = System.nanoTime();
        sum += System.nanoTime() - begin;
      }
      return sum;
    }
  },

  LEAF {
    @Override
    long few() {
      for (int i = 0; i < FEW; i++) {
        Application.leaf();
      }
      return 0;
    }
  },

  NODE {
    @Override
    long few() {
      for (int i = 0; i < FEW; i++) {
        Application.node();
      }
      return 0;
    }
  },

  EVIDENCE {
    @Override
    long few() {
      for (int i = 0; i < FEW; i++) {
        Application.nodeWithEvidence();
      }
      return 0;
    }
  };

  /** Calls in a burst: they fit into the ring. */
  static final int BURST = 1_000;

  /** Few, so that what calls them is soon called often enough to be compiled as a whole. */
  private static final int FEW = 50;

  abstract long few();

  /** A burst of calls; returns something that depends on them. */
  final long burst() {
    long sum = 0;
    for (int i = 0; i < BURST / FEW; i++) {
      sum += few();
    }
    return sum;
  }
}
