package vn.congvu.gateway.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;

/** A view of cases as a file, passed on while it is written, however long it is. */
@Controller
class ExportedCases {
    private static final List<String> PASSED_ON = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION);

    private final Services services;

    ExportedCases(Services services) {
        this.services = services;
    }

    @GetMapping("/staff/cases/export.{format:csv|xlsx}")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
    void export(
            @PathVariable String format,
            @RequestParam(defaultValue = "inbox") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String agency,
            HttpServletResponse response) {
        services.client(Service.CASES)
                .get()
                .uri("/api/v1/cases/export.{format}?view={view}&q={q}&agency={agency}", format, view, q, agency)
                .header(HttpHeaders.ACCEPT, "*/*")
                .exchange((request, answer) -> {
                    if (!answer.getStatusCode().is2xxSuccessful()) {
                        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                    }
                    for (var name : PASSED_ON) {
                        response.setHeader(name, answer.getHeaders().getFirst(name));
                    }
                    answer.getBody().transferTo(response.getOutputStream());
                    return format;
                });
    }
}
