package io.heddle.receiver;

import com.linecorp.armeria.common.Flags;
import com.linecorp.armeria.common.util.ThreadFactories;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.kqueue.KQueueIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Accepts connections, and stops at once: the default waits 2 s for tasks that never come. */
public final class Acceptor extends MultiThreadIoEventLoopGroup {
  /** One thread that does not keep the process alive. */
  public Acceptor() {
    super(1, ThreadFactories.newThreadFactory("heddle-accept", true), transport());
  }

  private static IoHandlerFactory transport() {
    return switch (Flags.transportType()) {
      case EPOLL -> EpollIoHandler.newFactory();
      case KQUEUE -> KQueueIoHandler.newFactory();
      default -> NioIoHandler.newFactory();
    };
  }

  @Override
  public Future<?> shutdownGracefully() {
    return shutdownGracefully(0, 5, TimeUnit.SECONDS);
  }
}
