import { findBrowser } from './find-browser';
import { openLibraryClient } from './library-client';
import { runProgram } from './run-program';

runProgram(process, async (ajustes) => openLibraryClient(ajustes, await findBrowser(ajustes.navegador)));
