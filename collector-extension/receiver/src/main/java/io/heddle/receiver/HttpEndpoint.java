package io.heddle.receiver;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.server.AbstractHttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/traces}: OTLP over HTTP, protobuf or JSON. */
final class HttpEndpoint extends AbstractHttpService {
  private static final AnswerBody ANSWERS = new AnswerBody("rejectedSpans");
  private final Intake intake;

  HttpEndpoint(Intake intake) {
    this.intake = intake;
  }

  @Override
  protected HttpResponse doPost(ServiceRequestContext ctx, HttpRequest request) {
    Encoding encoding = Encoding.of(request.contentType());
    Encoding answerEncoding = encoding == null ? Encoding.JSON : encoding;
    Body body = new Body(intake.limits(), intake.budget().open());
    CompletableFuture<Answer> answer =
        request
            .mapData(body::admit)
            .aggregate()
            .thenCompose(whole -> answer(request, whole.content(), encoding, body))
            .whenComplete((done, failure) -> body.closeIf(failure));
    return HttpResponse.of(answer.thenApply(known -> render(known, answerEncoding)));
  }

  private CompletableFuture<Answer> answer(
      HttpRequest request, HttpData content, @Nullable Encoding encoding, Body body) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    try (content) {
      if (encoding == null) {
        throw unknownType(request.contentType());
      }
      boolean gzipped = gzipped(request);
      body.check();
      intake.submit(
          new Request(content.array(), gzipped, encoding, body.reservation()), answer::complete);
    } catch (RefusedRequest e) {
      body.reservation().close();
      answer.complete(intake.refuse(e.answer()));
    }
    return answer;
  }

  private static RefusedRequest unknownType(@Nullable MediaType type) {
    return new RefusedRequest(
        Refusal.MEDIA_TYPE,
        "content-type '%s' is not supported; use application/x-protobuf or application/json"
            .formatted(type == null ? "" : type));
  }

  private static boolean gzipped(HttpRequest request) throws RefusedRequest {
    String coding = request.headers().get(HttpHeaderNames.CONTENT_ENCODING, "identity");
    if (coding.equalsIgnoreCase("gzip")) {
      return true;
    }
    if (coding.equalsIgnoreCase("identity")) {
      return false;
    }
    throw new RefusedRequest(
        Refusal.MEDIA_TYPE, "content-encoding '" + coding + "' is not supported; use gzip or none");
  }

  private HttpResponse render(Answer answer, Encoding encoding) {
    return HttpResponse.of(
        headers(answer, encoding), HttpData.wrap(ANSWERS.bytes(answer, encoding)));
  }

  private ResponseHeaders headers(Answer answer, Encoding encoding) {
    if (!(answer instanceof Answer.Refused refused)) {
      return ResponseHeaders.of(HttpStatus.OK, HttpHeaderNames.CONTENT_TYPE, encoding.mediaType());
    }
    ResponseHeadersBuilder headers =
        ResponseHeaders.builder(refused.refusal().httpStatus()).contentType(encoding.mediaType());
    if (refused.refusal().retryable()) {
      headers.add(
          HttpHeaderNames.RETRY_AFTER, Long.toString(intake.limits().retryAfter().toSeconds()));
    }
    return headers.build();
  }
}
