"""Fields to type into: a line, a search, a passphrase, a note that grows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kimdesk.ui import privacy
from kimdesk.ui.theme import icons, tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import IconButton


def set_invalid(field: QWidget, *, invalid: bool) -> None:
    """Draw a field's border red, or not; the reason stands below it as text."""
    if bool(field.property("invalid")) != invalid:
        field.setProperty("invalid", invalid)
        field.style().unpolish(field)
        field.style().polish(field)


def is_ours(event: QEvent) -> bool:
    """Tell whether a field must leave a key to the window: on some systems Ctrl+K deletes to the end of the line."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and event.key() == Qt.Key.Key_K
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )


class LineEdit(QLineEdit):
    """One line of text, as high as every control; under the privacy key a line with a name in it shows dots."""

    def __init__(self, name: str, *, placeholder: str = "", touch: bool = False, letters: int = 8) -> None:
        super().__init__()
        self._touch = touch
        self._letters = letters
        self.setAccessibleName(name)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)  # touch keyboards learn no names
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if touch:
            self.setProperty("touch", "yes")
        self.textChanged.connect(self._veil)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+K to the window."""
        if is_ours(event):
            event.ignore()
            return False
        return super().event(event)

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self._veil(self.text())

    def _veil(self, text: str) -> None:
        echo = QLineEdit.EchoMode.Password if privacy.mask(text) != text else QLineEdit.EchoMode.Normal
        if self.echoMode() != echo:
            self.setEchoMode(echo)

    def sizeHint(self) -> QSize:
        """Return the height of a control."""
        return QSize(super().sizeHint().width(), current().control(touch=self._touch))

    def minimumSizeHint(self) -> QSize:
        """Leave room for a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * self._letters + 24, current().control(touch=self._touch))


class SearchField(LineEdit):
    """Filters while one types: `searched` comes 120 ms after the last key, at once on Return."""

    searched = Signal(str)

    def __init__(self, name: str, *, placeholder: str = "") -> None:
        super().__init__(name, placeholder=placeholder)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(120)
        self._wait.timeout.connect(self._tell)
        self._told = ""
        self.textChanged.connect(self._changed)
        self.returnPressed.connect(self._tell)
        self._margins()

    def sizeHint(self) -> QSize:
        """Leave room for what it can find."""
        return QSize(current().px(330), super().sizeHint().height())

    def _margins(self) -> None:
        self.setTextMargins(current().px(tokens.ICON) + 8, 0, 0, 0)

    def _changed(self, text: str) -> None:
        if text:
            self._wait.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._wait.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing any more once it is out of sight: the vault may be closing."""
        self._wait.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field first."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._margins()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the magnifier before the text."""
        super().paintEvent(event)
        edge = current().px(tokens.ICON)
        icons.paint(QPainter(self), "search", QRectF(10, (self.height() - edge) / 2, edge, edge), "dim")


class PassphraseEdit(LineEdit):
    """A hidden line that can be shown; tells when the caps lock seems to be on."""

    caps_lock = Signal(bool)

    def __init__(self, name: str, *, touch: bool = False) -> None:
        super().__init__(name, touch=touch)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhHiddenText | hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase
        )
        self._eye = IconButton("eye", self.tr("Passphrase zeigen"), parent=self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self._caps = False

    def _veil(self, text: str) -> None:
        """The eye alone decides."""

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.set_icon("eye-off" if shown else "eye")
        name = self.tr("Passphrase verbergen") if shown else self.tr("Passphrase zeigen")
        self._eye.setAccessibleName(name)
        self._eye.setToolTip(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the eye at the right end."""
        super().resizeEvent(event)
        width = self._eye.sizeHint().width()
        self._eye.setGeometry(self.width() - width - 3, 2, width, self.height() - 4)
        self.setTextMargins(0, 0, width, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Compare the letter typed with Shift: a capital without it means caps lock."""
        if event.key() == Qt.Key.Key_CapsLock:
            self._tell(on=not self._caps)
        elif event.text().isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tell(on=event.text().isupper() != shift and event.text().upper() != event.text().lower())
        super().keyPressEvent(event)

    def _tell(self, *, on: bool) -> None:
        if on != self._caps:
            self._caps = on
            self.caps_lock.emit(on)
