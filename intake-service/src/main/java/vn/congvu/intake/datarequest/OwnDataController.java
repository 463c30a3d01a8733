package vn.congvu.intake.datarequest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.intake.complaint.AccessCodes;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.Typed;
import vn.congvu.intake.vault.Person;
import vn.congvu.intake.vault.Vault;
import vn.congvu.platform.access.ClientAddress;

/** A reporter's own data. The code travels in bodies only, never in an address or a log. */
@RestController
@RequestMapping("/api/v1/tracking/data-requests")
@PreAuthorize("permitAll()")
@Tag(name = "personal data")
@ApiResponse(responseCode = "404", description = "Unknown reference or wrong code: the same answer")
@ApiResponse(responseCode = "429", description = "Wrong codes came too fast; the report is not locked")
class OwnDataController {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 500;

    private final AccessCodes accessCodes;
    private final OwnData ownData;
    private final Vault vault;

    OwnDataController(AccessCodes accessCodes, OwnData ownData, Vault vault) {
        this.accessCodes = accessCodes;
        this.ownData = ownData;
        this.vault = vault;
    }

    record Access(
            @Schema(example = "7K3F9QXM2D") @Nullable String reference,
            @Schema(example = "7K3F-9QXM2-D4R8T") @Nullable String accessCode) {
        /** Keeps the code out of logs. */
        @Override
        public String toString() {
            return "Access[" + reference + "]";
        }
    }

    /** What is left out of name, phone, email and address stays as it was; only a correction has any of them. */
    record NewRequest(
            @Nullable String reference,
            @Nullable String accessCode,
            @Nullable DataRequestKind kind,
            @Nullable String words,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {
        /** Keeps the person and the code out of logs. */
        @Override
        public String toString() {
            return "NewRequest[" + kind + "]";
        }
    }

    /**
     * @param identityKept whether it is kept who the reporter is
     * @param identityOpenedCount how often somebody looked who the reporter is
     */
    record OwnView(String reference, boolean identityKept, int identityOpenedCount, List<DataRequestView> requests) {}

    record Message(Instant at, Channel channel, String text) {}

    record File(String mediaType, long bytes, Instant addedAt) {}

    /** Everything that is kept about the reporter and from the reporter. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CopyView(
            String reference,
            Instant receivedAt,
            Channel channel,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String onBehalfOf,
            String text,
            List<Message> messages,
            List<File> files,
            int identityOpenedCount) {
        /** Keeps the person out of logs. */
        @Override
        public String toString() {
            return "CopyView[private]";
        }
    }

    @PostMapping("/list")
    @PreAuthorize("permitAll()")
    @Operation(summary = "What the reporter asked about the own data, and the answers")
    ResponseEntity<OwnView> list(@RequestBody Access access, ClientAddress client) {
        return answer(HttpStatus.OK, view(accessCodes.open(access.reference(), access.accessCode(), client)));
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Ask for access, correction or erasure",
            description =
                    "Answered by the custodian within 2 working days. While one of the same kind waits, that one stands")
    @ApiResponse(responseCode = "201", description = "All requests of this report")
    @ApiResponse(responseCode = "409", description = "Nothing is kept that could be corrected or erased")
    ResponseEntity<OwnView> ask(@RequestBody NewRequest request, ClientAddress client) {
        var complaint = accessCodes.open(request.reference(), request.accessCode(), client);
        var typed = new Typed();
        var words = typed.optionalText("words", request.words());
        var kind = request.kind();
        if (kind == null) {
            typed.problem("kind", "Hãy chọn xem, sửa hoặc xóa dữ liệu.", "Choose ACCESS, CORRECTION or ERASURE.");
        }
        var correction = kind == DataRequestKind.CORRECTION ? correction(typed, request) : null;
        typed.refuseIfWrong();
        ownData.ask(complaint, new OwnData.Asked(requireNonNull(kind), words, correction));
        return answer(HttpStatus.CREATED, view(complaint));
    }

    @PostMapping("/copy")
    @PreAuthorize("permitAll()")
    @Operation(summary = "The copy of the own data", description = "For a week after access was granted")
    @ApiResponse(responseCode = "409", description = "Access was not granted, or its week is over")
    ResponseEntity<CopyView> copy(@RequestBody Access access, ClientAddress client) {
        var complaint = accessCodes.open(access.reference(), access.accessCode(), client);
        var person = ownData.copy(complaint);
        return answer(
                HttpStatus.OK,
                new CopyView(
                        complaint.reference(),
                        complaint.receivedAt(),
                        complaint.channel(),
                        person.name(),
                        person.phone(),
                        person.email(),
                        person.address(),
                        person.onBehalfOf(),
                        complaint.content().text(),
                        complaint.messages().stream()
                                .map(message -> new Message(message.writtenAt(), message.channel(), message.text()))
                                .toList(),
                        complaint.attachments().stream()
                                .map(file -> new File(file.mediaType(), file.bytes(), file.addedAt()))
                                .toList(),
                        vault.openedCount(complaint.identityRef(), complaint.reference())));
    }

    private static Person correction(Typed typed, NewRequest request) {
        var right = new Person(
                typed.line("name", request.name(), LONGEST_NAME),
                typed.phone("phone", request.phone()),
                typed.email("email", request.email()),
                typed.line("address", request.address(), LONGEST_ADDRESS),
                null);
        if (right.isAnonymous()) {
            typed.problem(
                    "name",
                    "Hãy ghi điều đúng: họ tên, số điện thoại, thư điện tử hoặc địa chỉ.",
                    "Give what is right: name, phone, email or address.");
        }
        return right;
    }

    private OwnView view(Complaint complaint) {
        return new OwnView(
                complaint.reference(),
                ownData.isKept(complaint),
                vault.openedCount(complaint.identityRef(), complaint.reference()),
                ownData.of(complaint).stream().map(DataRequestView::of).toList());
    }

    private static <T> ResponseEntity<T> answer(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
