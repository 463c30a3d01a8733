package vn.congvu.platform.audit;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditEntry.Outcome;
import vn.congvu.platform.problem.Problem;

/** Makes an entry of each call of a handler method that is {@link Audited}, around the check of who may call it. */
final class AuditInterceptor implements MethodInterceptor {
    /** What these ask for is no word of a person. */
    private static final Set<String> SHOWN = Set.of(
            "view", "state", "agency", "from", "to", "size", "kind", "status", "format", "late", "clock", "action",
            "actor", "service", "after");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:+-]{1,40}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:@+-]{1,100}");

    private final AuditTrail trail;
    private final AuditedReferences references;

    AuditInterceptor(AuditTrail trail, AuditedReferences references) {
        this.trail = trail;
        this.references = references;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var action = requireNonNull(AnnotationUtils.findAnnotation(call.getMethod(), Audited.class))
                .value();
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var caller = caller();
        var about = about(request);
        var shape = shape(request);
        // what streams its answer is on its way before its method ends
        boolean reads = "GET".equals(request.getMethod()) && call.getMethod().getReturnType() != void.class;
        if (!reads) {
            trail.record(caller, action, Outcome.BEGUN, looked(about), shape);
        }
        try {
            var answer = call.proceed();
            if (reads) {
                trail.record(caller, action, Outcome.DONE, withReference(about, answer), shape + counted(answer));
            }
            return answer;
        } catch (Problem refused) {
            trail.record(
                    caller,
                    action,
                    Outcome.REFUSED,
                    looked(about),
                    shape + ": " + refused.type().slug());
            throw refused;
        } catch (AccessDeniedException refused) {
            trail.record(caller, action, Outcome.REFUSED, looked(about), shape + ": forbidden");
            throw refused;
        }
    }

    private static Caller caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller
                : Caller.anonymous();
    }

    private static List<String> about(HttpServletRequest request) {
        var about = new ArrayList<String>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            for (var value : variables.values()) {
                var typed = String.valueOf(value);
                about.add(ID.matcher(typed).matches() ? typed : "?");
            }
        }
        return about;
    }

    private List<String> withReference(List<String> about, @Nullable Object answer) {
        if (!(body(answer) instanceof AuditedAnswer told)) {
            return looked(about);
        }
        var shown = Stream.concat(
                        Stream.ofNullable(told.reference()),
                        Optional.<List<?>>ofNullable(told.items()).stream()
                                .flatMap(List::stream)
                                .map(AuditInterceptor::referenceOf)
                                .flatMap(Optional::stream))
                .toList();
        return plus(about, shown);
    }

    private static Optional<String> referenceOf(@Nullable Object row) {
        return row instanceof AuditedAnswer told ? Optional.ofNullable(told.reference()) : Optional.empty();
    }

    private List<String> looked(List<String> about) {
        return plus(
                about, about.stream().flatMap(id -> references.of(id).stream()).toList());
    }

    private static List<String> plus(List<String> about, List<String> more) {
        var both = new ArrayList<>(about);
        both.addAll(more);
        return both;
    }

    private static String counted(@Nullable Object answer) {
        if (body(answer) instanceof AuditedAnswer told) {
            var items = told.items();
            return items == null ? "" : " = " + items.size();
        }
        return "";
    }

    private static @Nullable Object body(@Nullable Object answer) {
        return answer instanceof ResponseEntity<?> response ? response.getBody() : answer;
    }

    /** The address by its pattern, and what was asked for without the words. */
    private static String shape(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var parameters = new TreeMap<String, String>();
        for (var parameter : new TreeMap<>(request.getParameterMap()).entrySet()) {
            if (PLAIN.matcher(parameter.getKey()).matches()) {
                parameters.put(parameter.getKey(), shown(parameter.getKey(), parameter.getValue()));
            }
        }
        var asked = parameters.isEmpty() ? "" : " " + parameters;
        return request.getMethod() + " " + pattern + asked;
    }

    private static String shown(String name, String[] values) {
        var value = String.join(",", values);
        return SHOWN.contains(name) && PLAIN.matcher(value).matches() ? value : "(" + value.length() + ")";
    }
}
