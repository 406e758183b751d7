"""The methods of Slack's Web API that bots use, with Slack's rules and error codes."""

from collections.abc import Callable
from typing import Any

from tests.bots.slack.workspace import (
    BOT_ID,
    BOT_USER,
    TEAM,
    Conversation,
    Message,
    Workspace,
    decoded,
)

Arguments = dict[str, Any]
Done = dict[str, Any]
MOST_TEXT = 40_000
MOST_UPDATED_TEXT = 4_000
MOST_MARKDOWN = 12_000
MOST_BLOCKS = 50
CHUNKS = ("markdown_text", "task_update", "plan_update", "blocks")


class Refused(Exception):
    """What Slack answers instead: `{"ok": false, "error": code}`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Methods:
    """Does what a method says to a workspace; `check` looks at blocks and views, raising texts."""

    def __init__(self, workspace: Workspace, check: Callable[[str, Any], None]) -> None:
        self.workspace = workspace
        self._check = check
        self._triggers: set[str] = set()

    def call(self, method: str, arguments: Arguments) -> Done:
        """What the method gives; raises `Refused`."""
        done = getattr(self, method.replace(".", "_"), None)
        if done is None:
            raise Refused("unknown_method")
        result: Done = done(decoded(arguments, "blocks", "chunks", "view", "prompts", "metadata"))
        return {"ok": True, **result}

    def trigger(self) -> str:
        """A trigger that opens one view."""
        trigger = f"{self.workspace.number()}.trigger"
        self._triggers.add(trigger)
        return trigger

    def auth_test(self, arguments: Arguments) -> Done:
        return {
            "url": "https://hjem.slack.com/",
            "team": "Hjemmet",
            "user": "aftalesvar",
            "team_id": TEAM,
            "user_id": BOT_USER,
            "bot_id": BOT_ID,
            "is_enterprise_install": False,
        }

    def users_info(self, arguments: Arguments) -> Done:
        user = self.workspace.users.get(_needed(arguments, "user"))
        if user is None:
            raise Refused("user_not_found")
        return {"user": user.told()}

    def conversations_info(self, arguments: Arguments) -> Done:
        place = self._place(arguments)
        return {
            "channel": {
                "id": place.id,
                "is_im": place.kind == "im",
                "is_mpim": place.kind == "mpim",
                "is_private": place.kind != "channel",
                "is_archived": place.archived,
                "is_member": BOT_USER in place.members,
                "is_ext_shared": place.shared,
            }
        }

    def conversations_open(self, arguments: Arguments) -> Done:
        users = _needed(arguments, "users").split(",")
        if any(user not in self.workspace.users for user in users):
            raise Refused("user_not_found")
        return {"channel": {"id": self.workspace.direct(users[0]).id}}

    def conversations_replies(self, arguments: Arguments) -> Done:
        place = self._place(arguments)
        self._inside(place)
        thread = self.workspace.thread(place.id, _needed(arguments, "ts"))
        if not thread:
            raise Refused("thread_not_found")
        oldest = str(arguments.get("oldest", "0"))
        wanted = [message for message in thread if message.ts >= oldest]
        limit = int(arguments.get("limit", 1000))
        with_metadata = str(arguments.get("include_all_metadata", "")).lower() in ("1", "true")
        told = [message.told(with_metadata) for message in wanted[:limit]]
        return {"messages": told, "has_more": len(wanted) > limit}

    def chat_postMessage(self, arguments: Arguments) -> Done:
        message = self._written(arguments, MOST_TEXT)
        self.workspace.add(message)
        return {"channel": message.channel, "ts": message.ts, "message": message.told()}

    def chat_postEphemeral(self, arguments: Arguments) -> Done:
        message = self._written(arguments, MOST_TEXT)
        message.only_for = _needed(arguments, "user")
        members = self.workspace.conversations[message.channel].members
        if message.only_for not in members:
            raise Refused("user_not_in_channel")
        self.workspace.add(message)
        return {"message_ts": message.ts}

    def chat_update(self, arguments: Arguments) -> Done:
        message = self._own(arguments, "cant_update_message")
        if message.streaming:
            raise Refused("streaming_state_conflict")
        blocks, text = arguments.get("blocks"), arguments.get("text")
        if text is None and blocks is None and not arguments.get("markdown_text"):
            raise Refused("no_text")
        if len(text or "") > MOST_UPDATED_TEXT:
            raise Refused("msg_too_long")
        self._blocks(blocks or [])
        message.was.append((message.shown, message.blocks))
        message.text, message.markdown = text or "", arguments.get("markdown_text", "")
        message.blocks = blocks if blocks is not None else [] if text else message.blocks
        message.metadata = arguments.get("metadata", message.metadata)
        return {"channel": message.channel, "ts": message.ts, "text": message.text}

    def chat_delete(self, arguments: Arguments) -> Done:
        message = self._own(arguments, "cant_delete_message")
        if message.streaming:
            raise Refused("cant_delete_message")
        message.deleted = True
        return {"channel": message.channel, "ts": message.ts}

    def chat_startStream(self, arguments: Arguments) -> Done:
        place = self._place(arguments)
        self._may_write(place)
        thread = _needed(arguments, "thread_ts")
        if place.kind != "im":
            if not arguments.get("recipient_team_id"):
                raise Refused("missing_recipient_team_id")
            if arguments.get("recipient_user_id") not in self.workspace.users:
                raise Refused("missing_recipient_user_id")
        message = Message(
            place.id, self.workspace.ts(), BOT_USER, thread, streaming=True, arguments=arguments
        )
        self._append(message, arguments)
        self.workspace.add(message)
        return {"channel": place.id, "ts": message.ts}

    def chat_appendStream(self, arguments: Arguments) -> Done:
        message = self._streaming(arguments)
        if not arguments.get("markdown_text") and not arguments.get("chunks"):
            raise Refused("no_text")
        self._append(message, arguments)
        return {"channel": message.channel, "ts": message.ts}

    def chat_stopStream(self, arguments: Arguments) -> Done:
        message = self._streaming(arguments)
        closing = arguments.get("blocks") or []
        self._blocks([*message.blocks, *closing])
        self._append(message, arguments)
        message.blocks = [*message.blocks, *closing]
        message.metadata = arguments.get("metadata", message.metadata)
        message.streaming = False
        return {"channel": message.channel, "ts": message.ts, "message": message.told()}

    def assistant_threads_setStatus(self, arguments: Arguments) -> Done:
        place = self._place(arguments, "channel_id")
        self._may_write(place)
        thread = _needed(arguments, "thread_ts")
        if "status" not in arguments:
            raise Refused("invalid_arguments")
        self.workspace.statuses.append((place.id, thread, arguments["status"]))
        return {}

    def assistant_threads_setTitle(self, arguments: Arguments) -> Done:
        place = self._place(arguments, "channel_id")
        key = (place.id, _needed(arguments, "thread_ts"))
        self.workspace.titles[key] = _needed(arguments, "title")
        return {}

    def assistant_threads_setSuggestedPrompts(self, arguments: Arguments) -> Done:
        place = self._place(arguments, "channel_id")
        prompts = arguments.get("prompts")
        if not isinstance(prompts, list) or not 1 <= len(prompts) <= 4:
            raise Refused("invalid_arguments")
        if any(not prompt.get("title") or not prompt.get("message") for prompt in prompts):
            raise Refused("invalid_arguments")
        self.workspace.prompts[place.id, str(arguments.get("thread_ts", ""))] = prompts
        return {}

    def views_open(self, arguments: Arguments) -> Done:
        trigger = _needed(arguments, "trigger_id")
        if trigger not in self._triggers:
            raise Refused("expired_trigger_id")
        view = self._view(arguments, "modal")
        self._triggers.remove(trigger)
        self.workspace.views.append(view)
        return {"view": view}

    def views_push(self, arguments: Arguments) -> Done:
        return self.views_open(arguments)

    def views_update(self, arguments: Arguments) -> Done:
        view = self._view(arguments, "modal")
        for place, known in enumerate(self.workspace.views):
            if arguments.get("view_id") == known["id"]:
                view["id"] = known["id"]
                self.workspace.views[place] = view
                return {"view": view}
        raise Refused("not_found")

    def views_publish(self, arguments: Arguments) -> Done:
        user = _needed(arguments, "user_id")
        view = self._view(arguments, "home")
        self.workspace.homes[user] = view
        return {"view": view}

    def respond(self, channel: str, user: str, arguments: Arguments) -> None:
        """What a POST to a response URL does; raises `Refused`."""
        if arguments.get("delete_original") or arguments.get("replace_original"):
            for message in reversed(self.workspace.ours(channel)):
                if message.only_for == user:
                    message.deleted = True
                    break
            if arguments.get("delete_original"):
                return
        message = Message(channel, self.workspace.ts(), BOT_USER, arguments=arguments)
        self._fill(message, arguments, MOST_TEXT)
        if arguments.get("response_type", "ephemeral") == "ephemeral":
            message.only_for = user
        self.workspace.add(message)

    def _place(self, arguments: Arguments, name: str = "channel") -> Conversation:
        wanted = _needed(arguments, name)
        if wanted in self.workspace.users and wanted != BOT_USER:
            return self.workspace.direct(wanted)
        if wanted not in self.workspace.conversations:
            raise Refused("channel_not_found")
        return self.workspace.conversations[wanted]

    def _inside(self, place: Conversation) -> None:
        if BOT_USER not in place.members:
            raise Refused("channel_not_found" if place.kind == "group" else "not_in_channel")

    def _may_write(self, place: Conversation) -> None:
        self._inside(place)
        if place.archived:
            raise Refused("is_archived")

    def _written(self, arguments: Arguments, most: int) -> Message:
        place = self._place(arguments)
        self._may_write(place)
        thread = str(arguments.get("thread_ts", ""))
        message = Message(place.id, self.workspace.ts(), BOT_USER, thread, arguments=arguments)
        self._fill(message, arguments, most)
        return message

    def _fill(self, message: Message, arguments: Arguments, most: int) -> None:
        markdown = arguments.get("markdown_text", "")
        text, blocks = arguments.get("text") or "", arguments.get("blocks") or []
        if not text and not blocks and not markdown:
            raise Refused("no_text")
        if markdown and (text or blocks):
            raise Refused("markdown_text_conflict")
        if len(text) > most or len(markdown) > MOST_MARKDOWN:
            raise Refused("msg_too_long")
        self._blocks(blocks)
        message.text, message.markdown, message.blocks = text, markdown, blocks
        message.metadata = arguments.get("metadata") or {}

    def _blocks(self, blocks: Any) -> None:
        if not isinstance(blocks, list) or any("type" not in block for block in blocks):
            raise Refused("invalid_blocks_format")
        if len(blocks) > MOST_BLOCKS:
            raise Refused("invalid_blocks")
        try:
            self._check("blocks", blocks)
        except ValueError as error:
            raise Refused("invalid_blocks") from error

    def _view(self, arguments: Arguments, kind: str) -> dict[str, Any]:
        view = arguments.get("view")
        if not isinstance(view, dict) or view.get("type") != kind:
            raise Refused("invalid_arguments")
        try:
            self._check("view", view)
        except ValueError as error:
            raise Refused("invalid_arguments") from error
        return {**view, "id": f"V{self.workspace.number():06d}", "hash": "1", "team_id": TEAM}

    def _own(self, arguments: Arguments, otherwise: str) -> Message:
        place = self._place(arguments)
        message = self.workspace.find(place.id, _needed(arguments, "ts"))
        if message is None:
            raise Refused("message_not_found")
        if not message.ours:
            raise Refused(otherwise)
        return message

    def _streaming(self, arguments: Arguments) -> Message:
        message = self._own(arguments, "message_not_owned_by_app")
        if not message.streaming:
            raise Refused("message_not_in_streaming_state")
        return message

    def _append(self, message: Message, arguments: Arguments) -> None:
        markdown = arguments.get("markdown_text") or ""
        for chunk in arguments.get("chunks") or []:
            if chunk.get("type") not in CHUNKS:
                raise Refused("invalid_chunks")
            if chunk["type"] == "markdown_text":
                markdown += chunk["text"]
            if chunk["type"] == "blocks":
                self._blocks([*message.blocks, *chunk["blocks"]])
                message.blocks = [*message.blocks, *chunk["blocks"]]
        if len(markdown) > MOST_MARKDOWN:
            raise Refused("msg_too_long")
        message.markdown += markdown


def _needed(arguments: Arguments, name: str) -> str:
    value = arguments.get(name)
    if not isinstance(value, str) or not value:
        raise Refused("invalid_arguments")
    return value
