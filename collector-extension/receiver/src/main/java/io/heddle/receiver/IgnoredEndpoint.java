package io.heddle.receiver;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.AbstractHttpService;
import com.linecorp.armeria.server.ServiceRequestContext;

/** {@code POST /v1/metrics} and {@code /v1/logs}: read, dropped, counted, and the sender told. */
final class IgnoredEndpoint extends AbstractHttpService {
  private final Intake intake;
  private final Signal signal;
  private final AnswerBody answers;

  IgnoredEndpoint(Intake intake, Signal signal) {
    this.intake = intake;
    this.signal = signal;
    this.answers = new AnswerBody(signal.rejectedField());
  }

  @Override
  protected HttpResponse doPost(ServiceRequestContext ctx, HttpRequest request) {
    Encoding asked = Encoding.of(request.contentType());
    Encoding encoding = asked == null ? Encoding.JSON : asked;
    return HttpResponse.of(
        request.mapData(IgnoredEndpoint::drop).aggregate().thenApply(whole -> render(encoding)));
  }

  private static HttpData drop(HttpData data) {
    data.close();
    return HttpData.empty();
  }

  private HttpResponse render(Encoding encoding) {
    byte[] body = answers.bytes(intake.ignore(signal), encoding);
    return HttpResponse.of(HttpStatus.OK, encoding.mediaType(), body);
  }
}
