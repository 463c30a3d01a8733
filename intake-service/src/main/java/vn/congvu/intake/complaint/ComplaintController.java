package vn.congvu.intake.complaint;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.intake.flood.FloodWatch;
import vn.congvu.platform.access.ClientAddress;

@RestController
@Tag(name = "complaints", description = "Gửi phản ánh, kiến nghị")
class ComplaintController {
    private final Acceptance acceptance;
    private final FloodWatch floods;
    private final OwnNumber hotline;
    private final Clock clock;

    ComplaintController(Acceptance acceptance, FloodWatch floods, OwnNumber hotline, Clock clock) {
        this.acceptance = acceptance;
        this.floods = floods;
        this.hotline = hotline;
        this.clock = clock;
    }

    @PostMapping("/api/v1/complaints")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Send a report",
            description =
                    "Answers once the report is durable. An agency nobody knows is taken with its words and looked at"
                            + " by a person. A phone is written to once it has written or called itself: `textFirst` says what to"
                            + " send.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = "application/json", examples = @ExampleObject("""
                            {"kind": "CONDUCT", "misconduct": "ATTITUDE",
                             "text": "Cán bộ bộ phận Một cửa nói trống không, bắt tôi đi lại ba lần.",
                             "agencyCode": "SXD", "occurredOn": "2026-11-20",
                             "accused": {"position": "cán bộ tiếp nhận", "head": false},
                             "reporter": {"phone": "0912 345 678"}, "language": "VI"}"""))))
    @ApiResponse(responseCode = "201", description = "The receipt; the same for the same request sent again")
    @ApiResponse(responseCode = "422", description = "A field needs correcting, or the key was used for another report")
    ResponseEntity<Receipt> receive(
            @Parameter(
                            description =
                                    "Any value that is the sender's own, such as a UUID: a request sent again under it makes"
                                            + " no second report. Without one every request is a report of its own.",
                            example = "3f0d2e0c-6a0b-4f6e-9d39-0f1f6a3f7c11")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String idempotencyKey,
            @Parameter(description = "An answered challenge, for those who send many: see /api/v1/complaints/challenge")
                    @RequestHeader(name = "X-Proof-Of-Work", required = false)
                    @Nullable
                    String proof,
            @Parameter(hidden = true) ClientAddress client,
            @RequestBody ComplaintRequest request) {
        var submission = request.submission(IngestKey.of("web", idempotencyKey), ZonedDateTime.now(clock))
                .suspected(floods.isSuspect(client, proof));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(acceptance.accept(submission).receipt(hotline.number()));
    }
}
