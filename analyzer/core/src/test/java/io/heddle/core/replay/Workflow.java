package io.heddle.core.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Workflows whose every node starts when those it waits for have ended, and after a pause. */
enum Workflow implements Simulation.Shape {
  CHAIN {
    @Override
    public void build(Simulation run) {
      run.task("join", 10, run.task("x", 40, run.task("first", 20)));
    }
  },
  FORK_JOIN {
    @Override
    public void build(Simulation run) {
      int first = run.task("first", 20);
      int x = run.task("x", 45, first);
      int b = run.task("b", 40, first);
      int c = run.task("c", 15, b);
      run.task("join", 10, x, c);
    }
  },
  LOOP {
    @Override
    public void build(Simulation run) {
      int last = run.task("first", 5);
      int rounds = 2 + run.luck().nextInt(4);
      for (int i = 0; i < rounds; i++) {
        int x = run.task("x", 20, last);
        int y = run.task("y", 22, last);
        last = run.task("check", 4, x, y);
      }
      run.task("join", 10, last);
    }
  },
  BRANCH {
    @Override
    public void build(Simulation run) {
      int first = run.task("first", 20);
      boolean left = run.luck().nextBoolean();
      int chosen = left ? run.task("x", 40, first) : run.task("other", 25, first);
      run.task("join", 10, run.task("after", 8, chosen));
    }
  },
  RETRY {
    @Override
    public void build(Simulation run) {
      int last = run.task("first", 20);
      int tries = 1 + run.luck().nextInt(3);
      last = run.task("x", 20, last);
      for (int i = 2; i <= tries; i++) {
        last = run.attempt("x", i, 15, 20, last);
      }
      run.task("join", 10, last);
    }
  },
  WORKERS {
    @Override
    public void build(Simulation run) {
      run.workers(2);
      int first = run.task("first", 5);
      int[] tasks = new int[6];
      for (int i = 0; i < 6; i++) {
        tasks[i] = run.task(i == 1 ? "x" : "t" + i, 20 + 5 * i, first);
      }
      run.task("join", 10, tasks);
    }
  },
  THREE_WORKERS {
    @Override
    public void build(Simulation run) {
      run.workers(3);
      int first = run.task("first", 5);
      int middle = run.task("middle", 8, stage(run, "t", 8, first));
      run.task("join", 10, stage(run, "u", 7, middle));
    }
  },
  FIVE_WORKERS {
    @Override
    public void build(Simulation run) {
      run.workers(5);
      int first = run.task("first", 5);
      int second = run.task("second", 8, stage(run, "t", 11, first));
      int third = run.task("third", 8, stage(run, "u", 9, second));
      run.task("join", 10, stage(run, "v", 12, third));
    }
  },
  NESTED_FORKS {
    @Override
    public void build(Simulation run) {
      int first = run.task("first", 8);
      int outer = run.task("outer", 12, first);
      int x = run.task("x", 30, outer);
      int beside = run.task("beside", 24, outer);
      int inner = run.task("inner", 6, x, beside);
      int other = run.task("other", 20, first);
      int further = run.task("further", 18, other);
      run.task("join", 10, inner, further);
    }
  },
  VARYING_LOOP {
    @Override
    public void build(Simulation run) {
      int last = run.task("first", 5);
      int rounds = 1 + run.luck().nextInt(8);
      for (int i = 0; i < rounds; i++) {
        last = run.task("check", 8, run.task("x", 20, last));
      }
      run.task("join", 10, last);
    }
  },
  SHORT_CHECKS {
    @Override
    public void build(Simulation run) {
      int last = run.task("first", 5);
      int rounds = 1 + run.luck().nextInt(8);
      for (int i = 0; i < rounds; i++) {
        last = run.task("check", 3, run.task("x", 20, last));
      }
      run.task("join", 10, last);
    }
  },
  NESTED_LOOPS {
    @Override
    public void build(Simulation run) {
      int last = run.task("first", 5);
      int rounds = 1 + run.luck().nextInt(3);
      for (int i = 0; i < rounds; i++) {
        last = run.task("x", 20, last);
        int steps = 1 + run.luck().nextInt(3);
        for (int step = 0; step < steps; step++) {
          last = run.task("check", 6, run.task("y", 15, last));
        }
        last = run.task("sum", 8, last);
      }
      run.task("join", 10, last);
    }
  },
  RETRY_IN_BRANCH {
    @Override
    public void build(Simulation run) {
      int first = run.task("first", 20);
      int tries = 1 + run.luck().nextInt(3);
      int last = run.task("x", 25, first);
      for (int i = 2; i <= tries; i++) {
        last = run.attempt("x", i, 10, 25, last);
      }
      run.task("join", 10, run.task("c", 15, last), run.task("b", 60, first));
    }
  },
  QUESTIONS {
    @Override
    public void build(Simulation run) {
      int x = run.asked("x", 40, 40, run.task("first", 20));
      run.task("join", 10, x, run.task("other", 25));
    }
  },
  LOOK_UPS {
    @Override
    public void build(Simulation run) {
      int first = run.task("first", 10);
      int x = run.task("x", 30, first);
      int b = run.task("b", 25, run.sideBySide() ? first : x);
      int c = run.task("c", 20, run.sideBySide() ? first : b);
      run.task("join", 10, x, b, c);
    }
  };

  /** How many workers it has; null when enough. */
  @Nullable Integer workers() {
    return switch (this) {
      case WORKERS -> 2;
      case THREE_WORKERS -> 3;
      case FIVE_WORKERS -> 5;
      default -> null;
    };
  }

  /** Tasks that may all run at once; the second one of the first stage is x. */
  private static int[] stage(Simulation run, String name, int count, int after) {
    int[] tasks = new int[count];
    for (int i = 0; i < count; i++) {
      boolean isX = name.equals("t") && i == 1;
      tasks[i] = run.task(isX ? "x" : name + i, 20 + 5 * (i % 6), after);
    }
    return tasks;
  }

  /** The nodes that nothing but habit keeps in order; none in most workflows. */
  List<String> independent() {
    return this == LOOK_UPS ? List.of("x", "b", "c") : List.of();
  }
}
