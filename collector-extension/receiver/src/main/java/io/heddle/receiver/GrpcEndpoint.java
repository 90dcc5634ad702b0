package io.heddle.receiver;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import com.linecorp.armeria.common.grpc.GrpcSerializationFormats;
import com.linecorp.armeria.server.grpc.GrpcService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;

/** OTLP over gRPC without generated stubs: a request is bytes, an answer is bytes. */
final class GrpcEndpoint {
  private static final String TRACES = "opentelemetry.proto.collector.trace.v1.TraceService";
  private final Intake intake;
  private final GrpcFailures failures;

  GrpcEndpoint(Intake intake, GrpcFailures failures) {
    this.intake = intake;
    this.failures = failures;
  }

  GrpcService service() {
    return GrpcService.builder()
        .addService(export(TRACES, "rejectedSpans", this::take))
        .addService(ignored(Signal.METRICS))
        .addService(ignored(Signal.LOGS))
        .supportedSerializationFormats(GrpcSerializationFormats.PROTO)
        .maxRequestMessageLength(intake.limits().maxBodyBytes())
        .exceptionHandler(failures)
        .build();
  }

  private ServerServiceDefinition ignored(Signal signal) {
    return export(
        signal.grpcService(),
        signal.rejectedField(),
        (body, done) -> done.accept(intake.ignore(signal)));
  }

  private static MethodDescriptor<byte[], byte[]> method(String service) {
    return MethodDescriptor.<byte[], byte[]>newBuilder(new BytesMarshaller(), new BytesMarshaller())
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(service, "Export"))
        .build();
  }

  private ServerServiceDefinition export(String service, String rejectedField, Handler handler) {
    AnswerBody answers = new AnswerBody(rejectedField);
    return ServerServiceDefinition.builder(service)
        .addMethod(
            method(service),
            ServerCalls.asyncUnaryCall((body, observer) -> {
              ignoreCancellation(observer);
              handler.handle(body, answer -> send(answer, answers, observer));
            }))
        .build();
  }

  /** A sender that went away must not make the answer fail. */
  private static void ignoreCancellation(StreamObserver<byte[]> observer) {
    ((ServerCallStreamObserver<byte[]>) observer).setOnCancelHandler(() -> {});
  }

  private void take(byte[] body, Consumer<Answer> done) {
    Budget.Reservation reservation = intake.budget().open();
    if (reservation.grow(body.length)) {
      intake.submit(new Request(body, false, Encoding.PROTOBUF, reservation), done);
    } else {
      done.accept(intake.refuse(intake.limits().busy().answer()));
    }
  }

  private void send(Answer answer, AnswerBody answers, StreamObserver<byte[]> observer) {
    if (answer instanceof Answer.Refused refused) {
      observer.onError(StatusProto.toStatusRuntimeException(status(refused)));
      return;
    }
    observer.onNext(answers.bytes(answer, Encoding.PROTOBUF));
    observer.onCompleted();
  }

  private Status status(Answer.Refused refused) {
    Status status = AnswerBody.status(refused);
    if (!refused.refusal().retryable()) {
      return status;
    }
    Duration delay =
        Duration.newBuilder().setSeconds(intake.limits().retryAfter().toSeconds()).build();
    return status.toBuilder()
        .addDetails(Any.pack(RetryInfo.newBuilder().setRetryDelay(delay).build()))
        .build();
  }

  @FunctionalInterface
  private interface Handler {
    void handle(byte[] body, Consumer<Answer> done);
  }
}
