package vn.congvu.gateway.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;

/** Photos and recordings of a report, passed on while they are read, always as a download. */
@Controller
class EvidenceFiles {
    private static final List<String> PASSED_ON =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH, HttpHeaders.CONTENT_DISPOSITION);

    private final Services services;
    private final Cases cases;

    EvidenceFiles(Services services) {
        this.services = services;
        this.cases = services.client(Service.CASES, Cases.class);
    }

    @GetMapping("/staff/cases/{id:[0-9A-Za-z-]+}/files/{file:[0-9A-Za-z-]+}")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
    void download(@PathVariable String id, @PathVariable String file, HttpServletResponse response) {
        var complaint = cases.get(id).complaintId();
        services.client(Service.INTAKE)
                .get()
                .uri("/api/v1/complaints/{complaint}/attachments/{file}", complaint, file)
                .exchange((request, answer) -> {
                    if (!answer.getStatusCode().is2xxSuccessful()) {
                        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                    }
                    copy(answer.getHeaders(), response);
                    answer.getBody().transferTo(response.getOutputStream());
                    return file;
                });
    }

    private static void copy(HttpHeaders from, HttpServletResponse to) throws IOException {
        for (var name : PASSED_ON) {
            var value = from.getFirst(name);
            if (value != null) {
                to.setHeader(name, value);
            }
        }
        var disposition = from.getFirst(HttpHeaders.CONTENT_DISPOSITION);
        if (disposition == null || !disposition.startsWith("attachment")) {
            to.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment");
        }
        to.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    }
}
