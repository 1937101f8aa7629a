// Every name of PDF dictionaries that we read or write, made once: `PDFName.of` is slow in loops.
import { PDFName } from '@cantoo/pdf-lib'

// biome-ignore format: a table to look things up in
const list = [
  'A', 'AA', 'ActualText', 'AF', 'Alt', 'Annot', 'Annots', 'Artifact', 'AS', 'Author', 'BaseFont', 'BBox',
  'BitsPerComponent', 'Border', 'CA', 'ca', 'Catalog', 'CIDSystemInfo', 'CIDToGIDMap', 'ClassMap',
  'ColorSpace', 'ColSpan', 'Contents', 'Count', 'CreationDate', 'Creator', 'CropBox', 'D', 'DecodeParms',
  'DescendantFonts', 'Dest', 'DestOutputProfile', 'Dests', 'DisplayDocTitle', 'DW', 'E', 'EmbeddedFile',
  'EmbeddedFiles', 'Encoding', 'Encrypt', 'ExtGState', 'F', 'Filter', 'First', 'FirstChar', 'FlateDecode',
  'Font', 'FontBBox', 'FontDescriptor', 'FontFile', 'FontFile2', 'FontFile3', 'FontMatrix', 'FontName',
  'Form', 'FT', 'Group', 'Headers', 'Height', 'ID', 'IDTree', 'Image', 'Info', 'Interpolate', 'JavaScript',
  'JS', 'K', 'Keywords', 'Kids', 'Lang', 'LastChar', 'Launch', 'Layout', 'Length', 'Limits', 'Link',
  'ListNumbering', 'Marked', 'MarkInfo', 'Matrix', 'MCID', 'MCR', 'MediaBox', 'Metadata', 'ModDate', 'N',
  'Names', 'Next', 'Nums', 'O', 'Obj', 'OBJR', 'OCProperties', 'OpenAction', 'Outlines', 'OutputCondition',
  'OutputConditionIdentifier', 'OutputIntents', 'P', 'Page', 'Pages', 'Parent', 'ParentTree',
  'ParentTreeNextKey', 'Pg', 'Placement', 'Prev', 'ProcSet', 'Producer', 'Properties', 'R', 'Rect',
  'RegistryName', 'Resources', 'RoleMap', 'Root', 'Rotate', 'RowSpan', 'S', 'Scope', 'SE', 'Size', 'SMask',
  'Stm', 'StructElem', 'StructParent', 'StructParents', 'StructTreeRoot', 'Subject', 'Subtype', 'Suspects',
  'Table', 'Tabs', 'Title', 'ToUnicode', 'Trapped', 'Type', 'Type0', 'Type3', 'URI', 'UserProperties',
  'Version', 'ViewerPreferences', 'W', 'Widget', 'Width', 'Widths', 'XML', 'XObject',
] as const

type KnownName = (typeof list)[number]

/** `names.StructElem` is the PDF name `/StructElem`. */
export const names = Object.fromEntries(list.map((name) => [name, PDFName.of(name)])) as Record<
  KnownName,
  PDFName
>
