"""pdfium's functions with plain addresses as handles, which is as fast as ctypes goes.

pypdfium2's own declarations build a pointer object a call, and a page needs thousands of calls.
"""

import ctypes
from collections.abc import Callable
from ctypes import POINTER, c_double, c_float, c_int, c_uint, c_ulong, c_void_p
from typing import Any

import pypdfium2.raw as raw

Function = Callable[..., Any]


def _function(name: str, result: Any, *arguments: Any) -> Function:
    address = ctypes.cast(getattr(raw, name), c_void_p).value
    assert address
    found: Function = ctypes.CFUNCTYPE(result, *arguments)(address)
    return found


Rect = raw.FS_RECTF
Matrix = raw.FS_MATRIX
Quad = raw.FS_QUADPOINTSF
_R, _M, _Q = POINTER(Rect), POINTER(Matrix), POINTER(Quad)
_U, _F, _I = POINTER(c_uint), POINTER(c_float), POINTER(c_int)
_D = POINTER(c_double)

load_page = _function("FPDF_LoadPage", c_void_p, c_void_p, c_int)
close_page = _function("FPDF_ClosePage", None, c_void_p)
bounding_box = _function("FPDF_GetPageBoundingBox", c_int, c_void_p, _R)
rotation = _function("FPDFPage_GetRotation", c_int, c_void_p)
set_rotation = _function("FPDFPage_SetRotation", None, c_void_p, c_int)
flatten = _function("FPDFPage_Flatten", c_int, c_void_p, c_int)

load_text = _function("FPDFText_LoadPage", c_void_p, c_void_p)
close_text = _function("FPDFText_ClosePage", None, c_void_p)
count_chars = _function("FPDFText_CountChars", c_int, c_void_p)
get_text = _function("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
unicode_of = _function("FPDFText_GetUnicode", c_uint, c_void_p, c_int)
text_object = _function("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
char_box = _function("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, _R)
char_origin = _function("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, _D, _D)
char_matrix = _function("FPDFText_GetMatrix", c_int, c_void_p, c_int, _M)
font_size = _function("FPDFText_GetFontSize", c_double, c_void_p, c_int)
font_info = _function("FPDFText_GetFontInfo", c_ulong, c_void_p, c_int, c_void_p, c_ulong, _I)
fill_of_char = _function("FPDFText_GetFillColor", c_int, c_void_p, c_int, _U, _U, _U, _U)
render_mode = _function("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)
font_of = _function("FPDFTextObj_GetFont", c_void_p, c_void_p)

count_objects = _function("FPDFPage_CountObjects", c_int, c_void_p)
page_object = _function("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
count_inner = _function("FPDFFormObj_CountObjects", c_int, c_void_p)
inner_object = _function("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)
object_type = _function("FPDFPageObj_GetType", c_int, c_void_p)
object_bounds = _function("FPDFPageObj_GetBounds", c_int, c_void_p, _F, _F, _F, _F)
object_matrix = _function("FPDFPageObj_GetMatrix", c_int, c_void_p, _M)
object_fill = _function("FPDFPageObj_GetFillColor", c_int, c_void_p, _U, _U, _U, _U)
stroke_width = _function("FPDFPageObj_GetStrokeWidth", c_int, c_void_p, _F)
has_transparency = _function("FPDFPageObj_HasTransparency", c_int, c_void_p)
set_active = _function("FPDFPageObj_SetIsActive", c_int, c_void_p, c_int)
draw_mode = _function("FPDFPath_GetDrawMode", c_int, c_void_p, _I, _I)
count_segments = _function("FPDFPath_CountSegments", c_int, c_void_p)
path_segment = _function("FPDFPath_GetPathSegment", c_void_p, c_void_p, c_int)
segment_type = _function("FPDFPathSegment_GetType", c_int, c_void_p)
segment_point = _function("FPDFPathSegment_GetPoint", c_int, c_void_p, _F, _F)
segment_closes = _function("FPDFPathSegment_GetClose", c_int, c_void_p)
clip_path = _function("FPDFPageObj_GetClipPath", c_void_p, c_void_p)
count_clips = _function("FPDFClipPath_CountPaths", c_int, c_void_p)
count_clip_segments = _function("FPDFClipPath_CountPathSegments", c_int, c_void_p, c_int)
clip_segment = _function("FPDFClipPath_GetPathSegment", c_void_p, c_void_p, c_int, c_int)

count_annotations = _function("FPDFPage_GetAnnotCount", c_int, c_void_p)
annotation = _function("FPDFPage_GetAnnot", c_void_p, c_void_p, c_int)
close_annotation = _function("FPDFPage_CloseAnnot", None, c_void_p)
annotation_type = _function("FPDFAnnot_GetSubtype", c_int, c_void_p)
annotation_flags = _function("FPDFAnnot_GetFlags", c_int, c_void_p)
annotation_rect = _function("FPDFAnnot_GetRect", c_int, c_void_p, _R)
annotation_text = _function(
    "FPDFAnnot_GetStringValue", c_ulong, c_void_p, ctypes.c_char_p, c_void_p, c_ulong
)
count_quads = _function("FPDFAnnot_CountAttachmentPoints", ctypes.c_size_t, c_void_p)
quad_points = _function("FPDFAnnot_GetAttachmentPoints", c_int, c_void_p, ctypes.c_size_t, _Q)
annotation_link = _function("FPDFAnnot_GetLink", c_void_p, c_void_p)
link_action = _function("FPDFLink_GetAction", c_void_p, c_void_p)
action_uri = _function("FPDFAction_GetURIPath", c_ulong, c_void_p, c_void_p, c_void_p, c_ulong)


def address(handle: Any) -> int:
    """The address of one of pypdfium2's own handles."""
    value = ctypes.cast(handle, c_void_p).value
    return value or 0
