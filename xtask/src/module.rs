//! A WebAssembly module, taken apart as far as is needed to part it in two.

use std::collections::HashMap;

use wasmparser::{
    ElementItems, ElementKind, Export, FuncType, FunctionBody, Import, KnownCustom, MemoryType,
    Name, Operator, Parser, Payload, TableType, TypeRef,
};

use crate::failure::{Failure, Outcome, While};

/// Invariant: `function_types` and `names` go by function index, imports first.
#[derive(Debug, Default)]
pub struct Module<'a> {
    /// The contents of the sections that go over unchanged.
    pub types_raw: &'a [u8],
    pub data_raw: &'a [u8],
    pub data_count: Option<u32>,
    pub types: Vec<FuncType>,
    pub imports: Vec<Import<'a>>,
    pub function_types: Vec<u32>,
    pub tables: Vec<TableType>,
    pub memories: Vec<MemoryType>,
    pub globals: Vec<wasmparser::Global<'a>>,
    pub exports: Vec<Export<'a>>,
    pub start: Option<u32>,
    pub segments: Vec<Segment>,
    pub bodies: Vec<FunctionBody<'a>>,
    pub names: HashMap<u32, &'a str>,
}

/// A stretch of the table of functions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    pub offset: u32,
    pub functions: Vec<u32>,
}

const READING: &str = "reading the program";

impl<'a> Module<'a> {
    pub fn parse(bytes: &'a [u8]) -> Outcome<Self> {
        let mut module = Module::default();
        for payload in Parser::new(0).parse_all(bytes) {
            module.take(payload.during(READING)?, bytes)?;
        }
        Ok(module)
    }

    pub fn imported_functions(&self) -> u32 {
        let functions = self.imports.iter().filter(|import| matches!(import.ty, TypeRef::Func(_)));
        functions.count() as u32
    }

    pub fn functions(&self) -> u32 {
        self.function_types.len() as u32
    }

    /// `None` for one that is imported.
    pub fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        self.bodies.get(function.checked_sub(self.imported_functions())? as usize)
    }

    pub fn function_type(&self, function: u32) -> Outcome<(u32, &FuncType)> {
        let ty = self.function_types.get(function as usize).copied();
        let known = ty.and_then(|ty| Some((ty, self.types.get(ty as usize)?)));
        known.ok_or_else(|| Failure::new(format!("function {function} has no type")))
    }

    /// The functions that this one calls by name, or hands to others.
    pub fn callees(&self, function: u32) -> Outcome<Vec<u32>> {
        let Some(body) = self.body(function) else {
            return Ok(Vec::new());
        };
        let mut callees = Vec::new();
        for operator in body.get_operators_reader().during(READING)? {
            match operator.during(READING)? {
                Operator::Call { function_index }
                | Operator::ReturnCall { function_index }
                | Operator::RefFunc { function_index } => callees.push(function_index),
                _ => {}
            }
        }
        Ok(callees)
    }

    fn take(&mut self, payload: Payload<'a>, bytes: &'a [u8]) -> Outcome {
        match payload {
            Payload::TypeSection(section) => {
                self.types_raw = slice(bytes, section.range())?;
                for ty in section.into_iter_err_on_gc_types() {
                    self.types.push(ty.during(READING)?);
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    self.take_import(import.during(READING)?)?;
                }
            }
            Payload::FunctionSection(section) => {
                for ty in section {
                    self.function_types.push(ty.during(READING)?);
                }
            }
            Payload::TableSection(section) => {
                for table in section {
                    self.tables.push(table.during(READING)?.ty);
                }
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    self.memories.push(memory.during(READING)?);
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    self.globals.push(global.during(READING)?);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    self.exports.push(export.during(READING)?);
                }
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(section) => {
                for element in section {
                    self.segments.push(segment(element.during(READING)?)?);
                }
            }
            Payload::DataCountSection { count, .. } => self.data_count = Some(count),
            Payload::DataSection(section) => self.data_raw = slice(bytes, section.range())?,
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    self.take_names(names)?;
                }
            }
            Payload::TagSection(_) => {
                return Err(Failure::new("the program has exceptions of its own"));
            }
            _ => {}
        }
        Ok(())
    }

    fn take_import(&mut self, import: Import<'a>) -> Outcome {
        // Only so may the indices of tables, memories and globals begin with what is defined here.
        let TypeRef::Func(ty) = import.ty else {
            return Err(Failure::new(format!(
                "the program imports {}, which is no function",
                import.name
            )));
        };
        self.function_types.push(ty);
        self.imports.push(import);
        Ok(())
    }

    fn take_names(&mut self, names: wasmparser::NameSectionReader<'a>) -> Outcome {
        for subsection in names {
            if let Name::Function(map) = subsection.during(READING)? {
                for naming in map {
                    let naming = naming.during(READING)?;
                    self.names.insert(naming.index, naming.name);
                }
            }
        }
        Ok(())
    }
}

fn slice(bytes: &[u8], range: std::ops::Range<u64>) -> Outcome<&[u8]> {
    let found = bytes.get(range.start as usize..range.end as usize);
    found.ok_or_else(|| Failure::new("a section of the program ends after its end"))
}

fn segment(element: wasmparser::Element<'_>) -> Outcome<Segment> {
    let strange =
        || Failure::new("the program fills its table in a way that is not understood here");
    let ElementKind::Active { table_index: None | Some(0), offset_expr } = element.kind else {
        return Err(strange());
    };
    let mut operators = offset_expr.get_operators_reader();
    let Operator::I32Const { value } = operators.read().during(READING)? else {
        return Err(strange());
    };
    let ElementItems::Functions(functions) = element.items else {
        return Err(strange());
    };
    let functions: Result<Vec<u32>, _> = functions.into_iter().collect();
    Ok(Segment { offset: value as u32, functions: functions.during(READING)? })
}
