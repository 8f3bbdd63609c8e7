package dev.tradesuite.signals.activity.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.signals.NotificationPage;
import dev.tradesuite.contracts.signals.NotificationThresholds;
import dev.tradesuite.contracts.signals.ReadNotifications;
import dev.tradesuite.signals.activity.ActivityReader;
import dev.tradesuite.signals.activity.ActivityService;
import dev.tradesuite.signals.activity.ActivitySettings;
import dev.tradesuite.signals.activity.KeptActivity;
import dev.tradesuite.signals.series.web.ChoiceMapper;
import dev.tradesuite.signals.series.web.PagePlaceMapper;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What somebody should know of, and has read. */
@RestController
@RequestMapping("/api/v1/notifications")
@Tag(name = "Activity")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class NotificationsController {

    private static final double PERCENT = 100;

    private final ActivityService activities;
    private final ActivitySettings settings;
    private final Access access;

    NotificationsController(ActivityService activities, ActivitySettings settings, Access access) {
        this.activities = activities;
        this.settings = settings;
        this.access = access;
    }

    /** Which notifications are wanted. */
    private enum Wanted {
        UNREAD,
        ALL;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A page of notifications.
     *
     * @param state {@code unread} or {@code all}
     * @param cursor {@code next_cursor} of the page before; absent for the first
     */
    @GetMapping
    @Operation(
            summary = "What the caller should know of, the newest first",
            description = "Each caller has its own: whether one was read is kept by the subject of the token.")
    NotificationPage notifications(
            @RequestParam(defaultValue = "all") String state,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Wanted wanted = ChoiceMapper.choice("state", state, Wanted.values(), Wanted::word);
        ActivityReader reader = ActivityReaderMapper.reader(access);
        // One more than asked for says whether there is a next page.
        List<KeptActivity> found =
                activities.notifications(reader, wanted == Wanted.UNREAD, PagePlaceMapper.place(cursor), limit + 1);
        List<KeptActivity> page = found.subList(0, Math.min(limit, found.size()));
        return new NotificationPage(
                page.stream().map(ActivityEntryMapper::notification).toList(),
                activities.unread(reader),
                thresholds(),
                found.size() > limit ? PagePlaceMapper.cursor(ActivityController.place(page.getLast())) : null);
    }

    /**
     * Notes that the caller has read a notification.
     *
     * @param andBefore whether it has read all before it as well
     */
    @PostMapping("/{notification_id}/read")
    @Operation(
            summary = "Mark a notification as read",
            description = "With and_before=true all before it as well. One that is read already stays so.")
    ReadNotifications read(
            @PathVariable("notification_id") @Min(1) long id,
            @RequestParam(name = "and_before", defaultValue = "false") boolean andBefore) {
        ActivityReader reader = ActivityReaderMapper.reader(access);
        if (reader.name().isEmpty()) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "The token has no subject that could have read it");
        }
        return activities
                .read(reader, id, andBefore)
                .map(read -> new ReadNotifications(read.marked(), read.unread()))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no notification " + id));
    }

    private NotificationThresholds thresholds() {
        return new NotificationThresholds(
                settings.topics().stream().sorted().toList(),
                settings.limitUse() * PERCENT,
                settings.feedBarsMissing(),
                settings.notifyWithin().toMinutes(),
                settings.keep().toDays());
    }
}
