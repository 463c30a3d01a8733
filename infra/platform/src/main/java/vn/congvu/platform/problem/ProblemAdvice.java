package vn.congvu.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.outbox.StaleRevisionException;

/** Every exception that reaches a controller's edge becomes a problem that says what to do. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem, HttpServletRequest request) {
        return ProblemRenderer.render(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException failure, HttpServletRequest request) {
        return ProblemRenderer.render(malformed(failure.getMostSpecificCause()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(StaleRevisionException stale, HttpServletRequest request) {
        return render(
                Problems.STALE,
                "Người khác vừa thay đổi. Hãy tải lại rồi thực hiện lại.",
                "Somebody changed it meanwhile. Load it again and repeat.",
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException denied, HttpServletRequest request) {
        return render(
                Problems.FORBIDDEN,
                "Tài khoản của bạn không có quyền làm việc này.",
                "Your account may not do this.",
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException failure, HttpServletRequest request) {
        return render(
                Problems.TOO_LARGE,
                "Tệp quá lớn. Hãy gửi tệp nhỏ hơn.",
                "The file is too large. Send a smaller one.",
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException failure, HttpServletRequest request) {
        return render(
                Problems.METHOD,
                "Địa chỉ này không nhận phương thức " + failure.getMethod() + ". Xem /docs.",
                "This address does not take " + failure.getMethod() + ". See /docs.",
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mediaType(HttpMediaTypeNotSupportedException failure, HttpServletRequest request) {
        return render(
                Problems.MEDIA_TYPE,
                "Địa chỉ này không nhận định dạng này; nhận " + failure.getSupportedMediaTypes() + ".",
                "Not taken here; send " + failure.getSupportedMediaTypes() + ".",
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException failure, HttpServletRequest request) {
        var fields = failure.getBindingResult().getFieldErrors().stream()
                .map(error -> field(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList();
        return ProblemRenderer.render(
                new Problem(
                        Problems.INVALID,
                        new Bilingual(
                                "Hãy sửa các phần được nêu rồi gửi lại.", "Correct what is named and send it again."),
                        fields),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        return ProblemRenderer.render(
                Problems.invalid(failure.getName(), "Giá trị không đúng kiểu.", "The value has the wrong type."),
                request);
    }

    @ExceptionHandler({
        MissingServletRequestParameterException.class,
        MissingRequestHeaderException.class,
        MissingServletRequestPartException.class
    })
    ResponseEntity<ProblemDetail> missing(Exception failure, HttpServletRequest request) {
        return render(
                Problems.INVALID,
                "Thiếu một phần bắt buộc: " + failure.getMessage(),
                "Missing: " + failure.getMessage(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NoResourceFoundException failure, HttpServletRequest request) {
        return render(
                Problems.NOT_FOUND,
                "Không có gì ở địa chỉ này. Xem /docs.",
                "There is nothing at this address. See /docs.",
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var type = new ProblemType("refused", known.getStatusCode().value(), Problems.MALFORMED.title());
            return render(type, "Yêu cầu không đúng. Xem /docs.", "The request is not right. See /docs.", request);
        }
        if (DatabaseAway.isCauseOf(failure)) {
            log.warn("the database is away: {}", failure.getMessage());
            return render(
                    Problems.AWAY,
                    "Chưa xác nhận được là đã lưu. Hãy gửi lại sau ít giây; với cùng Idempotency-Key thì không có gì bị trùng.",
                    "It is not certain that it was stored. Send it again in a few seconds; under the same Idempotency-Key nothing doubles.",
                    request);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return render(
                Problems.FAULT,
                "Chúng tôi đã ghi lại lỗi. Hãy thử lại sau; những gì đã lưu không bị mất.",
                "We have recorded the fault. Try again later; nothing that was stored is lost.",
                request);
    }

    private static Problem malformed(Throwable cause) {
        var unreadable =
                new Bilingual("Hãy gửi JSON đúng, mã hoá UTF-8. Xem /docs.", "Send correct JSON in UTF-8. See /docs.");
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return new Problem(
                    Problems.MALFORMED,
                    new Bilingual(
                            "Có trường không tồn tại. Hãy bỏ trường đó.",
                            "There is a field we don't know. Leave it out."),
                    List.of(field(path(unknown), "unknown; known: " + unknown.getKnownPropertyIds())));
        }
        if (cause instanceof DatabindException binding && !binding.getPath().isEmpty()) {
            return new Problem(
                    Problems.MALFORMED, unreadable, List.of(field(path(binding), "not a value that this field takes")));
        }
        return new Problem(Problems.MALFORMED, unreadable);
    }

    private static String path(DatabindException failure) {
        var path = new ArrayList<String>();
        failure.getPath()
                .forEach(step -> path.add(
                        step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName()));
        return String.join(".", path);
    }

    private static FieldProblem field(String name, String message) {
        return new FieldProblem(name, new Bilingual(message, message));
    }

    private static ResponseEntity<ProblemDetail> render(
            ProblemType type, String vi, String en, HttpServletRequest request) {
        return ProblemRenderer.render(new Problem(type, new Bilingual(vi, en)), request);
    }
}
