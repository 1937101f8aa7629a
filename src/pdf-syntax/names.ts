// Every name of PDF dictionaries that we read or write, made once: `PDFName.of` is slow in loops.
import { PDFName } from '@cantoo/pdf-lib'

// biome-ignore format: a table to look things up in
const list = [
  'A', 'AA', 'AcroForm', 'ActualText', 'AF', 'Alt', 'AlternatePresentations', 'Alternates', 'Annot', 'Annots',
  'AP', 'Artifact', 'AS', 'Author', 'BaseFont', 'BBox', 'BitsPerComponent', 'BM', 'Border', 'C', 'CA', 'ca',
  'Catalog', 'CIDSystemInfo', 'CIDToGIDMap', 'ClassMap', 'ColorSpace', 'ColSpan', 'Configs', 'Contents',
  'Count', 'CreationDate', 'Creator', 'CropBox', 'D', 'DecodeParms', 'DescendantFonts', 'Dest',
  'DestOutputProfile', 'DestOutputProfileRef', 'Dests', 'DisplayDocTitle', 'DW', 'E', 'EF', 'EmbeddedFile',
  'EmbeddedFiles', 'Encoding', 'Encrypt', 'ExtGState', 'F', 'FDecodeParms', 'FFilter', 'Fields', 'Filter',
  'First', 'FirstChar', 'FlateDecode', 'Font', 'FontBBox', 'FontDescriptor', 'FontFile', 'FontFile2',
  'FontFile3', 'FontMatrix', 'FontName', 'Form', 'FT', 'Group', 'HalftoneType', 'Headers', 'Height', 'HT',
  'HTP', 'ID', 'IDTree', 'Image', 'Info', 'Intent', 'Interpolate', 'JavaScript', 'JS', 'K', 'Keywords',
  'Kids', 'Lang', 'LastChar', 'Launch', 'Layout', 'Length', 'Length1', 'Limits', 'Link', 'ListNumbering',
  'Marked', 'MarkInfo', 'Matrix', 'MCID', 'MCR', 'MediaBox', 'Metadata', 'ModDate', 'N', 'Name', 'Names',
  'NeedAppearances', 'NeedsRendering', 'Next', 'Nums', 'O', 'Obj', 'OBJR', 'OCProperties', 'OpenAction',
  'OPI', 'Ordering', 'Outlines', 'OutputCondition', 'OutputConditionIdentifier', 'OutputIntents', 'P', 'Page',
  'Pages', 'Parent', 'ParentTree', 'ParentTreeNextKey', 'Perms', 'Pg', 'Placement', 'PresSteps', 'Prev',
  'ProcSet', 'Producer', 'Properties', 'PS', 'R', 'Rect', 'Ref', 'RegistryName', 'Requirements', 'Resources',
  'RoleMap', 'Root', 'Rotate', 'RowSpan', 'S', 'Scope', 'SE', 'Size', 'SMask', 'Stm', 'StructElem',
  'StructParent', 'StructParents', 'StructTreeRoot', 'Subject', 'Subtype', 'Subtype2', 'Suspects', 'Table',
  'Tabs', 'Title', 'ToUnicode', 'TR', 'TR2', 'Trapped', 'TU', 'Type', 'Type0', 'Type3', 'UF', 'URI',
  'UserProperties', 'Version', 'ViewerPreferences', 'W', 'Widget', 'Width', 'Widths', 'XFA', 'XML', 'XObject', 'XRefStm',
] as const

type KnownName = (typeof list)[number]

/** `names.StructElem` is the PDF name `/StructElem`. */
export const names = Object.fromEntries(list.map((name) => [name, PDFName.of(name)])) as Record<
  KnownName,
  PDFName
>
